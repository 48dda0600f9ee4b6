import type { FormField, FormValue, FormValues } from '@shixun/domain/calls/form'
import { namedPeople } from './application-conflicts.ts'

const BUREAU = /(教育体育局|教育和体育局|教体局|教育局|社会事业局)$/u
/** Shorter than this, what is left of a name is a common word. */
const SHORTEST = 3

/** A bureau without its office: 金水区 of 金水区教育局; the name itself when it is no bureau's. */
function placeOf(bureau: string): string {
  const place = bureau.replace(BUREAU, '')
  return [...place].length >= SHORTEST ? place : bureau
}

/** A unit's own name and how its place calls it for short: 第一小学 of 金水区第一小学. */
function namesOfUnit(unit: string, place: string): string[] {
  const short = unit.startsWith(place) ? unit.slice(place.length) : ''
  return [unit, placeOf(unit), ...([...short].length >= SHORTEST && !BUREAU.test(unit) ? [short] : [])]
}

function unitsIn(value: FormValue | undefined): string[] {
  return Array.isArray(value) ? value.flatMap((row) => (typeof row['unit'] === 'string' ? [row['unit']] : [])) : []
}

/** The names by which a text would tell who applied: unit, bureau, people, and the units they come from. */
export function hiddenNames(
  who: { unit: string; bureau: string },
  form: readonly FormField[],
  values: FormValues,
): string[] {
  const place = placeOf(who.bureau)
  const answers = form
    .filter(({ identifying, type }) => identifying && type === 'people')
    .flatMap(({ key }) => unitsIn(values[key]))
  return [...namesOfUnit(who.unit, place), who.bureau, place, ...namedPeople(form, values), ...answers]
}
