import type { Trainer } from './cohort.ts'

/** Trainers of one cell: names set apart by 、 or ；, each with unit and title in brackets: 张三（河南大学 教授）. */
export function trainersOf(text: unknown): Trainer[] {
  const parts = String(text ?? '').match(/[^、,，;；（(]+(?:[（(][^）)]*[）)])?/g) ?? []
  return parts.flatMap((part) => {
    const [, name = '', rest = ''] = /^([^（(]*)(?:[（(]([^）)]*)[）)]?)?/.exec(part.trim()) ?? []
    const [unit = '', title = ''] = rest.trim().split(/[\s，,、]+/)
    return name.trim() === ''
      ? []
      : [{ name: name.trim().slice(0, 40), unit: unit.slice(0, 60), title: title.slice(0, 40) }]
  })
}

/** Trainers as one line, which `trainersOf` understands again. */
export function trainersText(trainers: readonly Trainer[]): string {
  return trainers
    .map(({ name, unit, title }) => {
      const about = [unit, title].filter((word) => word !== '').join(' ')
      return about === '' ? name : `${name}（${about}）`
    })
    .join('、')
}
