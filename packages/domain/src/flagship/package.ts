import type { PlanMilestone } from '../training/figures.ts'

/** What a listing freezes: design, outline, figures and origin, with no person but the trainers' public profiles. */
export type ListingPackage = {
  title: string
  level: string
  phase: string
  subject: string
  module: string
  mode: string
  hours: number
  summary: string
  outline: { title: string; hours: number; module: string }[]
  milestones: PlanMilestone[]
  trainers: string
  resources: string
  evaluation: { score: number; band: string }
  licence: string
  origin: { district: string; districtName: string; project: string; number: string }
}
