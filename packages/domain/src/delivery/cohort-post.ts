/** What a cohort publishes. An announcement also goes into the inbox of every teacher who takes part. */
export const POST_KINDS = {
  announcement: '通知',
  bulletin: '简报',
  photo: '照片',
  summary: '小结',
} as const
export type PostKind = keyof typeof POST_KINDS

/** The one file of a post as the object store holds it. */
export type PostFile = { key: string; name: string; mediaType: string; size: number; sha256: string }
