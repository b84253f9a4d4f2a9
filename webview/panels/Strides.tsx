/** The axes of the view: length and stride in bytes. Arrows mark the axes drawn as rows and columns. */
import type { AppProps } from '../state/app';
import { strings } from '../strings';
import './strides.css';

export function Strides({ app }: AppProps): preact.JSX.Element {
  const layout = app.model.view.value?.layout;
  const { rowAxis, colAxis } = app.model.cellPosition.value;
  return (
    <section class="panel">
      <h2 aria-hidden="true">{strings.strides}</h2>
      <table class="strides mono" aria-label={strings.strides}>
        <thead>
          <tr>
            <th scope="col">{strings.axisColumn}</th>
            <th scope="col">{strings.lengthColumn}</th>
            <th scope="col">{strings.strideColumn}</th>
          </tr>
        </thead>
        <tbody>
          {layout?.shape.map((length, axis) => (
            <tr key={axis}>
              <th scope="row">
                {axis}
                <Arrow isRows={axis === rowAxis} isColumns={axis === colAxis} />
              </th>
              <td>{length}</td>
              <td>{layout.strides[axis]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {layout?.ndim === 0 && <p class="dim">{strings.zeroDimensional}</p>}
    </section>
  );
}

/** The style sheet draws it, so that the cell's text is the axis alone. */
function Arrow({ isRows, isColumns }: { isRows: boolean; isColumns: boolean }): preact.JSX.Element | null {
  if (!isRows && !isColumns) return null;
  const name = isRows ? strings.rowsArrow : strings.columnsArrow;
  return <span class={isRows ? 'arrow down' : 'arrow across'} role="img" aria-label={name} title={name} />;
}
