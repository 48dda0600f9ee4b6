import type { Env, Nudge } from './env.ts'

export async function carryEnvelopes(_env: Env, _message: Nudge): Promise<void> {}
