/** A school where the expert served before; `until` is a date `YYYY-MM-DD`. */
export type PastSchool = { schoolId: string; until: string }

/** A tie the expert declared; kin and mentors bind for life, co-workers for four years after `until`. */
export type Tie = { name: string; kind: 'kin' | 'mentor' | 'coworker'; until?: string | undefined }
