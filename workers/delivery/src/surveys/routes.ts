import { surveyRoutes as ROUTES } from '@shixun/contract/surveys'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { answerSurvey } from './answer-survey.ts'
import { closeSurvey } from './close-survey.ts'
import { createSurvey } from './create-survey.ts'
import { editSurvey } from './edit-survey.ts'
import { listGuestSurveys } from './list-guest-surveys.ts'
import { listOpinions, moderateOpinion } from './moderate-opinion.ts'
import { openSurvey } from './open-survey.ts'
import { readPaper } from './read-paper.ts'
import { readSurveyResults } from './read-survey-results.ts'
import { listSurveySamples, listSurveys, readSurvey, readSurveyHistory } from './read-surveys.ts'
import { removeSurvey } from './remove-survey.ts'
import { takeGuestToken, takeSurveyToken } from './take-survey-token.ts'

export const surveyRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listSurveySamples, listSurveySamples),
  bind(ROUTES.listSurveys, listSurveys),
  bind(ROUTES.createSurvey, createSurvey),
  bind(ROUTES.readSurvey, readSurvey),
  bind(ROUTES.editSurvey, editSurvey),
  bind(ROUTES.removeSurvey, removeSurvey),
  bind(ROUTES.openSurvey, openSurvey),
  bind(ROUTES.closeSurvey, closeSurvey),
  bind(ROUTES.readSurveyHistory, readSurveyHistory),
  bind(ROUTES.readPaper, readPaper),
  bind(ROUTES.takeSurveyToken, takeSurveyToken),
  bind(ROUTES.listGuestSurveys, listGuestSurveys),
  bind(ROUTES.takeGuestToken, takeGuestToken),
  bind(ROUTES.answerSurvey, answerSurvey),
  bind(ROUTES.readSurveyResults, readSurveyResults),
  bind(ROUTES.listOpinions, listOpinions),
  bind(ROUTES.moderateOpinion, moderateOpinion),
]
