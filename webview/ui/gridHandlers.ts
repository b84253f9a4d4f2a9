/** The event handlers of a grid, to be spread into its element. */
export interface GridHandlers {
  onKeyDown(event: KeyboardEvent): void;
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerLeave(): void;
  onFocus(): void;
  onDblClick?(event: MouseEvent): void;
}
