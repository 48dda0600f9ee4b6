import type { FormField, FormValue, FormValues } from '@shixun/domain/calls/design/form'
import { namesInList } from '@shixun/domain/quality/blindness/person-names'
import { trainerNames } from '@shixun/domain/quality/blindness/trainers'
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

function listedPeople(form: readonly FormField[], values: FormValues): string[] {
  return form.flatMap(({ key, type, identifying }) => {
    const value = values[key]
    return type === 'longtext' && identifying && typeof value === 'string' ? namesInList(value) : []
  })
}

/**
 * Names that tell by themselves who applied: unit, people, trainers, and the units they come from. The bureau of the review is none:
 * everybody who applies to it is of its place.
 */
export function tellingNames(
  who: { unit: string; bureau: string },
  form: readonly FormField[],
  values: FormValues,
): string[] {
  const answers = form
    .filter(({ identifying, type }) => identifying && type === 'people')
    .flatMap(({ key }) => unitsIn(values[key]))
  const people = [...namedPeople(form, values), ...listedPeople(form, values)]
  return [...namesOfUnit(who.unit, placeOf(who.bureau)), ...people, ...answers, ...trainerNames(form, values)]
}

/** The names by which a text could tell who applied: those, the bureau and its place. */
export function hiddenNames(
  who: { unit: string; bureau: string },
  form: readonly FormField[],
  values: FormValues,
): string[] {
  return [who.bureau, placeOf(who.bureau), ...tellingNames(who, form, values)]
}
