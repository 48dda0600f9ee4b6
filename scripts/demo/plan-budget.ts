const YUAN = 100

export type BudgetLine = { item: string; amount: number; basis: string }

/** A budget of the 20 items within the caps of the sample rules; `lectures` is what the courses pay after tax, in fen. */
export function budgetOfPlan(persons: number, days: number, lectures: number): BudgetLine[] {
  const daily = (item: string, yuan: number): BudgetLine => ({
    item,
    amount: persons * days * yuan * YUAN,
    basis: `${persons} 人 × ${days} 天 × ${yuan} 元`,
  })
  const each = (item: string, yuan: number): BudgetLine => ({
    item,
    amount: persons * yuan * YUAN,
    basis: `${persons} 人 × ${yuan} 元`,
  })
  const body = [
    daily('meals', 80),
    daily('lodging', 160),
    each('traineeTravel', 60),
    {
      item: 'lecturing',
      amount: Math.ceil((lectures * 5) / 4 / YUAN) * YUAN,
      basis: '按课程安排的税后讲课费，另加应缴税金',
    },
    { item: 'expertTravel', amount: 4000 * YUAN, basis: '外地专家 2 人往返，每人 2,000 元' },
    { item: 'expertBoard', amount: 3000 * YUAN, basis: '外地专家 2 人 × 3 天 × 500 元' },
    each('materials', 80),
    each('textResources', 20),
    daily('venueHire', 22),
    daily('equipment', 6),
  ]
  const sum = body.reduce((all, { amount }) => all + amount, 0)
  const share = (item: string, thousandths: number, basis: string): BudgetLine => ({
    item,
    amount: Math.floor((sum * thousandths) / 1000 / YUAN) * YUAN,
    basis,
  })
  return [
    share('survey', 10, '问卷和走访 3 所学校的差旅、印刷'),
    share('design', 10, '方案研制会 2 次，每次 8 人'),
    share('argumentation', 5, '方案论证会 1 次，专家 5 人'),
    ...body,
    share('assessment', 20, '第三方匿名问卷和返岗跟踪'),
    share('conclusion', 10, '总结会 1 次，成果汇编'),
    share('labour', 5, '班务劳务，按天计'),
    share('publicity', 5, '简报和宣传'),
    share('officeCosts', 8, '文具、印刷'),
  ]
}

/** A budget as somebody leaves it half done: the survey is too dear, and the meals do not say how they were counted. */
export function halfDoneBudget(lines: readonly BudgetLine[]): BudgetLine[] {
  return lines.map((line) => {
    if (line.item === 'survey') return { ...line, amount: line.amount * 8 }
    return line.item === 'meals' ? { ...line, basis: '' } : line
  })
}
