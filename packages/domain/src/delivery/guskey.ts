/** Guskey's five levels (Evaluating Professional Development, 2000), each rated from 1 to 4. */
export const GUSKEY_LEVELS = ['reaction', 'learning', 'organisation', 'use', 'students'] as const
export type GuskeyLevel = (typeof GUSKEY_LEVELS)[number]
export type GuskeyRating = Record<GuskeyLevel, number>
export const RATING = { least: 1, most: 4 } as const
