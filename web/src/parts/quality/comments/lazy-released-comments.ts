import { lazyExtra } from '../../../lazy-page.tsx'

/** Comments on an application, fetched where there can be any. */
export const ReleasedComments = lazyExtra<{ applicationId: string }>(() =>
  import('./released-comments.tsx').then((m) => m.ReleasedComments),
)

/** States of an application in which its panel is concluded. */
export const reviewedStates: readonly string[] = ['ranked', 'noticed', 'approved', 'rejected']
