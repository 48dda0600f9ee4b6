import { LEVELS } from '@shixun/domain/calls/design/call'

/** Channels and levels in the order in which they are offered; their words are `channel.<code>` and `level.<code>`. */
export const CHANNELS_OFFERED = [
  'online',
  'concentrated',
  'school_based',
  'blended',
  'placement',
  'practice',
  'degree',
  'outcome',
] as const
export const LEVELS_OFFERED = ['', ...LEVELS] as const
