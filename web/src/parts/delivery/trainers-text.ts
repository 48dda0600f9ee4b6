import { trainersOf } from '@shixun/domain/delivery/timetable-rows'

type Trainer = { name: string; unit: string; title: string }

/** Trainers as one line: 张三（河南大学 教授）、李四. The same line is understood when it is typed or pasted. */
export function trainersText(trainers: readonly Trainer[]): string {
  return trainers
    .map(({ name, unit, title }) => {
      const about = [unit, title].filter((word) => word !== '').join(' ')
      return about === '' ? name : `${name}（${about}）`
    })
    .join('、')
}

export function trainersFrom(text: string): Trainer[] {
  return trainersOf(text)
}
