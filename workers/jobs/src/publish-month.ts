import type { Env } from './env.ts'

export async function publishMonth(_env: Env): Promise<void> {}
