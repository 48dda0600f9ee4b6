import type { Channel } from '@shixun/domain/credits/policy'

/** Channels in the order in which they are offered; their words are `channel.<code>`. */
export const channels = [
  'concentrated',
  'online',
  'school_based',
  'blended',
  'placement',
  'practice',
  'degree',
  'outcome',
] as const satisfies readonly Channel[]
