/** Calls `draw` again only when an entry of `on` changed, so that a hover does not redraw every row. */
import type { ComponentChildren } from 'preact';
import { Component } from 'preact';

interface MemoProps {
  readonly on: readonly unknown[];
  readonly draw: () => ComponentChildren;
}

export class Memo extends Component<MemoProps> {
  override shouldComponentUpdate(next: MemoProps): boolean {
    const { on } = this.props;
    return on.length !== next.on.length || on.some((value, k) => !Object.is(value, next.on[k]));
  }

  override render(): ComponentChildren {
    return this.props.draw();
  }
}
