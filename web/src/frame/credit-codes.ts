import type { Channel, LeaveKind, Post } from '@shixun/domain/credits/policy'

/** Codes of what hours and policies speak of, in the order in which they are offered; their words are `channel.<code>` and so on. */
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
export const posts = [
  'head_teacher',
  'principal',
  'trainer',
  'backbone_school',
  'backbone_district',
  'backbone_city',
  'backbone_province',
] as const satisfies readonly Post[]
export const leaveKinds = ['maternity', 'sick', 'study', 'secondment', 'other'] as const satisfies readonly LeaveKind[]
