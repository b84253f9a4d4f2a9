/** The views of one area of the page that apply to the array. */
import type { AppProps } from '../state/app';
import type { Area } from './views';
import { views } from './views';

interface ViewsProps extends AppProps {
  readonly area: Area;
}

export function ViewsIn({ app, area }: ViewsProps): preact.JSX.Element {
  const late = app.features.value?.views;
  return (
    <>
      {views
        .filter(view => view.area === area && view.appliesTo(app))
        .map(({ name, Component = late?.get(name) }) => Component && <Component key={name} app={app} />)}
    </>
  );
}
