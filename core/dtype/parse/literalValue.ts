/** A Python literal as read: its type and value. Names and calls are syntax; nothing is evaluated. */
export type Literal =
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'none' }
  | { readonly type: 'tuple' | 'list'; readonly items: readonly Literal[] }
  | { readonly type: 'dict'; readonly entries: readonly (readonly [Literal, Literal])[] }
  | { readonly type: 'name'; readonly value: string }
  | {
      readonly type: 'call';
      readonly name: string;
      readonly args: readonly Literal[];
      readonly keywords: readonly (readonly [string, Literal])[];
    };
