/** Points by criterion key, in hundredths. */
export type Scores = Record<string, number>

/** Why an expert may not see an item. */
export type ConflictCard = { rule: string; detail: string }

/** One application in the result of a panel. Scores are hundredths; the variants stand side by side, one is official. */
export type PanelItem = {
  applicationId: string
  title: string
  unitName: string
  official: number
  rank: number
  tied: boolean
  withinQuota: boolean
  mean: number
  median: number
  trimmed: number | null
  severityAdjusted: number | null
  gap: number
  arbitration: boolean
  sheets: number
}

/** What a concluded panel found; `reliability` holds the coefficients or the reason why there are none. */
export type PanelResult = {
  engine: string
  method: string
  calibrated: boolean
  calibrationReason: string | null
  items: PanelItem[]
  reliability: Record<string, unknown>
}

/** The inputs an evaluation was made from, as stored: enough to make it again. */
export type EvaluationInputs = {
  sheets: { rater: string; scores: Scores }[]
  measured: Record<string, number | null>
}
