/** The objects that an object array points to, and the size of the same numbers as an array. */
import { bytesText } from '../../core/text/size';
import { hexAddress } from './address';
import { boxesText } from './boxesText';
import type { DebugProps, DebugServices } from './debugPanel';
import { debugPanel } from './debugPanel';
import type { Panel } from '../state/lazyFeatures';
import { texts } from '../lazyStrings';
import './boxes.css';

export const createView = (services: DebugServices): Panel => debugPanel(BoxedObjects, services);

function BoxedObjects({ debug: { boxes } }: DebugProps): preact.JSX.Element | null {
  if (!boxes) return null;
  const columns = [texts.index, texts.address, texts.type, texts.bytes, texts.referencesColumn, texts.value];
  return (
    <section class="boxed">
      <div class="boxed-head">
        <h2 aria-hidden="true">{texts.boxed}</h2>
        <p>{boxesText(boxes)}</p>
        {boxes.shown.length < boxes.count && (
          <p class="dim">{texts.firstShown(boxes.shown.length, boxes.count)}</p>
        )}
      </div>
      <div class="boxed-scroll" tabIndex={0} role="group" aria-label={texts.boxed}>
        <table class="mono" aria-label={texts.boxed}>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {boxes.shown.map(({ index, address, typeName, byteLength, referenceCount, text }) => (
              <tr key={index}>
                <th scope="row">{index}</th>
                <td>{hexAddress(address)}</td>
                <td>{typeName}</td>
                <td title={bytesText(byteLength)}>{byteLength}</td>
                <td>{referenceCount ?? '–'}</td>
                <td class="boxed-value" title={text}>
                  {text ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
