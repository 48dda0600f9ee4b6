import { budgetGroups } from '../../../ui/budget-rows.ts'
import type { FormField } from '../../../ui/form-field.ts'
import { columnsOf } from '../../../ui/people-columns.ts'
import { t, wordFor } from '../../../words/words.ts'

/** The columns in which rows of a field are compared: those it is filled in, or what stands for them. */
export function comparedColumns(field: FormField): readonly FormField[] {
  if (field.type === 'file')
    return [
      { key: 'name', title: t('files.fileName'), type: 'text' },
      { key: 'sha256', title: t('files.hash'), type: 'text' },
    ]
  if (field.type !== 'budget') return columnsOf(field)
  const items = budgetGroups.flatMap((group) => group.items)
  return [
    {
      key: 'item',
      title: t('money.item'),
      type: 'choice',
      choices: items.map((item) => ({ value: item, label: wordFor('budgetItem', item) })),
    },
    { key: 'amount', title: t('money.amount'), type: 'money' },
    { key: 'basis', title: t('money.basis'), type: 'text' },
  ]
}
