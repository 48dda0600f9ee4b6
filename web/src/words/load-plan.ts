import { addWords } from './words.ts'
import { plan } from './zh/plan.ts'

// fields of a form are drawn on pages of several parts: their words come with the fields, not with a page
addWords('plan', plan)
