import { COMPLETION_SAMPLE } from './samples/completion.ts'
import { DEMONSTRATION_SCHOOL_SAMPLE } from './samples/demonstration-school.ts'
import { DEVELOPMENT_SCHOOL_SAMPLE } from './samples/development-school.ts'
import { FOUR_DIMENSIONS_SAMPLE } from './samples/four-dimensions.ts'
import { GUSKEY_SAMPLE } from './samples/guskey.ts'
import { NATIONAL_COUNTY_SAMPLE } from './samples/national-county.ts'
import type { SampleRubric } from './samples/sample-nodes.ts'
import { STUDIO_SAMPLE } from './samples/studio.ts'

/** What a bureau starts from. Titles, groupings and weights are ours and meant to be changed. */
export const SAMPLE_RUBRICS: readonly SampleRubric[] = [
  FOUR_DIMENSIONS_SAMPLE,
  COMPLETION_SAMPLE,
  GUSKEY_SAMPLE,
  NATIONAL_COUNTY_SAMPLE,
  STUDIO_SAMPLE,
  DEVELOPMENT_SCHOOL_SAMPLE,
  DEMONSTRATION_SCHOOL_SAMPLE,
]
