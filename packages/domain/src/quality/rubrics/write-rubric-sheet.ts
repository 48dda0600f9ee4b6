import { isMetricKey, METRICS } from '../assessments/metrics.ts'
import { asLeaf, leavesOf, ordinaryMax, type Rubric } from './rubric.ts'
import { type Placed, placedNodes } from './rubric-place.ts'
import {
  BAND_ROW,
  type Cell,
  CRITERIA_COLUMNS,
  type CriteriaColumn,
  KIND_WORDS,
  METHOD_WORDS,
  MISSING_WORDS,
  NATURE_WORDS,
  PURPOSE_WORDS,
  type Purpose,
  SETTING_ROWS,
  SOURCE_WORDS,
  VETO_WORDS,
} from './rubric-sheet.ts'

export type RubricFile = { purpose: Purpose; body: Rubric }
/** Rows below the heads, cell by cell as the columns stand. */
export type WrittenRubric = { criteria: Cell[][]; settings: Cell[][] }

const points = (hundredths: number | undefined): Cell => (hundredths === undefined ? null : hundredths / 100)

function metricWords(key: string | undefined): Cell {
  if (key === undefined) return null
  return isMetricKey(key) ? METRICS[key].title : key
}

function criterionRow({ node, number }: Placed): Cell[] {
  const cells: Record<CriteriaColumn, Cell> = {
    level: number.split('.').length,
    number,
    kind: KIND_WORDS[node.kind],
    title: node.title,
    max: points(node.max),
    subtotal: null,
    source: null,
    nature: null,
    metric: null,
    vetoBy: null,
    help: node.help ?? null,
    code: node.key,
  }
  if (node.kind === 'group') cells.subtotal = points(ordinaryMax(leavesOf(node.children ?? [])))
  else {
    const { source, nature } = asLeaf(node)
    cells.source = SOURCE_WORDS[source]
    cells.nature = NATURE_WORDS[nature]
    cells.metric = metricWords(node.metric)
    cells.vetoBy = nature === 'veto' ? VETO_WORDS[node.vetoBy ?? 'majority'] : null
  }
  return CRITERIA_COLUMNS.map(({ key }) => cells[key])
}

/** A rubric as the rows of its two sheets. */
export function writeRubricSheet({ purpose, body }: RubricFile): WrittenRubric {
  return {
    criteria: placedNodes(body).map(criterionRow),
    settings: [
      [SETTING_ROWS.title, body.title, null, null],
      [SETTING_ROWS.purpose, PURPOSE_WORDS[purpose], null, null],
      [SETTING_ROWS.method, METHOD_WORDS[body.method], null, null],
      [SETTING_ROWS.missing, MISSING_WORDS[body.missing], null, null],
      [SETTING_ROWS.gap, points(body.disagreement.gap), null, null],
      [SETTING_ROWS.passLine, points(body.disagreement.passLine), null, null],
      ...body.bands.map(({ key, title, from }): Cell[] => [BAND_ROW, title, points(from), key]),
    ],
  }
}
