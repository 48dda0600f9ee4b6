import type { Env, Publish } from './env.ts'

export async function carryPage(_env: Env, _message: Publish): Promise<void> {}
