import { CREDITS_360 } from './credits-360.ts'
import { DISTRICT_240, HEAD_TEACHERS_30, NOVICES_100, TRAINERS_72 } from './district-hours.ts'
import { ENHANCEMENT_50 } from './enhancement-50.ts'
import { NINETY_A_YEAR } from './ninety-a-year.ts'
import type { PolicySample } from './sample-frame.ts'
import { TEN_TO_ONE } from './ten-to-one.ts'

/** Policies to start from, each editable; no figure of them is a constant of the program. */
export const POLICY_SAMPLES: readonly PolicySample[] = [
  DISTRICT_240,
  NOVICES_100,
  HEAD_TEACHERS_30,
  TRAINERS_72,
  ENHANCEMENT_50,
  CREDITS_360,
  TEN_TO_ONE,
  NINETY_A_YEAR,
]
