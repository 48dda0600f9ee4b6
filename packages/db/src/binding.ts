/** The part of Cloudflare's D1 binding that the product uses; a second adapter (SQLite on a bureau's machine) fits the same shape. */
export type Binding = {
  prepare(sql: string): BoundStatement
  batch(statements: BoundStatement[]): Promise<BindingResult[]>
}

export type BoundStatement = {
  bind(...values: unknown[]): BoundStatement
  all(): Promise<BindingResult>
}

export type BindingResult = {
  results?: Record<string, unknown>[]
  meta?: { rows_read?: number; rows_written?: number; changes?: number }
}
