/** What a state folder says of itself: who made it, whether its demonstration is complete, by which migrations. */
export type StateMark = { madeBy: 'shixun'; phase: 'seeding' | 'ready'; migrations: Record<string, string> }

export function stateFolder(): string
export function readMark(state: string): StateMark | null
export function writeMark(state: string, mark: StateMark): void
export function foreignData(state: string): boolean
export function removeState(state: string): string[]
export function whyNotRemove(state: string): string | null
export function isRunning(state: string): Promise<{ pid: number; port: number } | null>
export function markRunning(state: string, port: number): void
export function unmarkRunning(state: string): void
