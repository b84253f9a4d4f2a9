import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { Sessions } from '../../../extension/debug/sessions';

describe('what is known of debug sessions', () => {
  it('is not lost where the end of an old adapter is told after a restart', () => {
    const sessions = new Sessions();
    const session = { id: 'one', type: 'debugpy' } as vscode.DebugSession;
    const told: string[] = [];
    sessions.onDidChangeStatus(one => told.push(sessions.statusOf(one)));
    const stop = { type: 'event', event: 'stopped' };
    const old = sessions.track(session);
    old.onDidSendMessage?.(stop);
    const restarted = sessions.track(session);
    restarted.onDidSendMessage?.(stop);
    old.onDidSendMessage?.({ type: 'event', event: 'terminated' });
    old.onExit?.(0, undefined);
    assert.equal(sessions.statusOf(session), 'stopped');
    restarted.onExit?.(0, undefined);
    assert.equal(sessions.statusOf(session), 'ended');
    assert.deepEqual(told, ['stopped', 'stopped', 'ended']);
    sessions.dispose();
  });
});
