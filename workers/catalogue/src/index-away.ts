/** Whether an error says that the index database has no tables: lost, or made anew and not migrated yet. */
export function indexIsAway(error: unknown): boolean {
  return String(error).includes('no such table')
}
