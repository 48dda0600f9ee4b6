/**
 * The 20 items of a training budget in their 7 groups, in the order of the printed table.
 * Source: the final account form of the national training plan (国培计划 项目决算表), facts.md §6.
 */
export const BUDGET_GROUPS = [
  { key: 'research', title: '调研与方案研制', items: ['survey', 'design', 'argumentation'] },
  { key: 'trainees', title: '学员食宿交通', items: ['meals', 'lodging', 'traineeTravel'] },
  { key: 'lecturers', title: '专家费', items: ['lecturing', 'expertTravel', 'expertBoard'] },
  { key: 'resources', title: '教学资源', items: ['materials', 'textResources', 'digitalResources'] },
  { key: 'venue', title: '场地设备', items: ['venueHire', 'equipment'] },
  { key: 'evaluation', title: '项目评估', items: ['assessment', 'conclusion'] },
  { key: 'other', title: '其他支出', items: ['labour', 'publicity', 'officeCosts', 'miscellaneous'] },
] as const

export type BudgetGroup = (typeof BUDGET_GROUPS)[number]['key']
export type BudgetItem = (typeof BUDGET_GROUPS)[number]['items'][number]

export const BUDGET_ITEMS: Readonly<Record<BudgetItem, string>> = {
  survey: '前期研制',
  design: '方案研制',
  argumentation: '项目论证',
  meals: '餐费',
  lodging: '住宿费',
  traineeTravel: '学员交通费',
  lecturing: '授课费',
  expertTravel: '专家交通费',
  expertBoard: '专家食宿费',
  materials: '学习资料费',
  textResources: '文本资源费',
  digitalResources: '电子资源费',
  venueHire: '场地费',
  equipment: '设备费',
  assessment: '评估费',
  conclusion: '总结费',
  labour: '劳务费',
  publicity: '宣传费',
  officeCosts: '公杂费',
  miscellaneous: '其他费用',
}

export const BUDGET_ITEM_CODES: readonly string[] = BUDGET_GROUPS.flatMap(({ items }) => [...items])

/** One line of a budget: the code of its item, the amount in fen (negative for an adjustment), the calculation note. */
export type BudgetLine = { item: string; amount: number; basis: string; index: number }

/** The group of an item; null for a code that is none of the twenty. */
export function groupOf(item: string): BudgetGroup | null {
  return BUDGET_GROUPS.find(({ items }) => items.some((one) => one === item))?.key ?? null
}
