/** True while Enter and the arrows belong to the input method; 229 is what Safari sends for the Enter that ends it. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** For `onKeyDown` of a one-line field: the Enter that picks a candidate must not submit the form. */
export function holdImeEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
}
