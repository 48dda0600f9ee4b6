export function followParent(end: () => void): void
