/** Draws its children's function again only when one of `on` changed: rows that a hover does not touch are left alone. */
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
