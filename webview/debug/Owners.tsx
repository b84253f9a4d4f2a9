/** The owners of an array's bytes in a program: address, reference count, and the file of a memmap. */
import type { OwnerFacts } from '../../core/bytes';
import { hexAddress } from './address';
import type { DebugProps } from './debugPanel';
import { texts } from '../lazyStrings';
import './owners.css';

export function OwnerDetails({ owner }: { owner: OwnerFacts }): preact.JSX.Element {
  const { address, referenceCount } = owner;
  return (
    <>
      {address !== undefined && (
        <span class="owner-address mono">{texts.atAddress(hexAddress(address))}</span>
      )}{' '}
      {referenceCount !== undefined && (
        <span class="owner-references">{texts.references(referenceCount)}</span>
      )}
    </>
  );
}

export function OwnerFile({ debug: { file }, requests }: DebugProps): preact.JSX.Element | null {
  if (!file) return null;
  return (
    <div class="owner-file">
      <button type="button" class="secondary" onClick={() => requests.openOwnerFile()}>
        {texts.openFile}
      </button>
      <span class="owner-name mono" title={file.path}>
        {file.path}
      </span>
      <span class="dim">{texts.fileOffsetAndMode(file.offset, file.mode)}</span>
    </div>
  );
}
