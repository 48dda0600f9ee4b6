/** Scrolls to the first field in error and gives it the focus; false when there is none. Call after the errors are rendered. */
export function focusFirstError(root: ParentNode = document): boolean {
  const field = root.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (field === null) return false
  // in the middle, or the sticky bar covers its label
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
  return true
}
