/** Codes of posts and leaves that policies speak of, in the order of the choices. */
export const posts = [
  'head_teacher',
  'principal',
  'trainer',
  'backbone_school',
  'backbone_district',
  'backbone_city',
  'backbone_province',
] as const

export const leaves = ['maternity', 'sick', 'study', 'secondment', 'other'] as const

export const documentTypes = [
  'resident-identity-card',
  'hk-macao-taiwan-residence-permit',
  'hk-macao-travel-permit',
  'taiwan-travel-permit',
  'foreign-permanent-residence-card',
  'passport',
] as const
