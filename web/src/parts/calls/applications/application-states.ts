/** Filter of the list, in the order of the life cycle. */
export const applicationStates = [
  'draft',
  'submitted',
  'returned',
  'screened',
  'in_review',
  'ranked',
  'noticed',
  'approved',
  'rejected',
  'withdrawn',
] as const
