import { describe, expect, it } from 'vitest'
import { SAMPLE_RUBRICS } from '../quality/sample-rubrics.ts'
import { deliveredFigures } from './delivered-figures.ts'
import { measuredFigures } from './measured-figures.ts'

const guskey = SAMPLE_RUBRICS.find(({ key }) => key === 'guskey')?.rubric
const measured = (...given: Parameters<typeof deliveredFigures>) =>
  guskey ? measuredFigures(guskey, deliveredFigures(...given)) : {}
const survey = { invited: 40, answered: 20, satisfaction: { points: 90, full: 100 } }

describe('measured figures', () => {
  it('take the place of what was reported', () => {
    const reported = { satisfaction: 10_000, surveysSent: 1, surveysAnswered: 1, completed: 3, enrolled: 4 }
    const figures = deliveredFigures(reported, [survey, { ...survey, satisfaction: { points: 50, full: 100 } }], [])
    expect(figures).toMatchObject({ satisfaction: 7000, surveysSent: 80, surveysAnswered: 40, completed: 3 })
  })
  it('leave what was reported where there is no survey', () => {
    expect(measured({ satisfaction: 8000, surveysAnswered: 9 }, [], [])['reaction.satisfaction']).toBe(8000)
  })
  it('know no satisfaction while too few answered', () => {
    expect(measured({ satisfaction: 8000, surveysAnswered: 9 }, [{ ...survey, satisfaction: null }], [])).toMatchObject(
      {
        'reaction.satisfaction': null,
      },
    )
  })
  it('read the follow-up of six months, and nothing where nobody was asked', () => {
    expect(measured({}, [], [{ month: 6, due: 8, done: 5 }])['use.follow_up']).toBe(6250)
    expect(measured({}, [], [{ month: 6, due: 0, done: 0 }])['use.follow_up']).toBeNull()
    expect(measured({}, [], [{ month: 3, due: 8, done: 5 }])['use.follow_up']).toBeNull()
  })
})
