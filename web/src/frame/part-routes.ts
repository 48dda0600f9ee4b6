import type { PartRoute } from '../lazy-page.tsx'

/** Pages that stand together, and the first words of their addresses: fetched when one of them is asked for. */
type RouteFile = { begins: readonly string[]; load: () => Promise<readonly PartRoute[]> }

/** Every page behind the sign-in. Where files share a first word, the first match in this order is shown. */
export const ROUTE_FILES: readonly RouteFile[] = [
  {
    begins: ['', 'tasks', 'projects', 'amendments'],
    load: () => import('../parts/training/routes.tsx').then((m) => m.trainingRoutes),
  },
  {
    begins: ['assessments', 'projects', 'settings'],
    load: () => import('../parts/quality/assessments/assessment-routes.tsx').then((m) => m.assessmentRoutes),
  },
  {
    begins: ['cohorts', 'my-training'],
    load: () => import('../parts/delivery/routes.tsx').then((m) => m.deliveryRoutes),
  },
  {
    begins: ['password', 'accounts', 'platform'],
    load: () => import('../parts/identity/routes.tsx').then((m) => m.identityRoutes),
  },
  {
    begins: ['schools', 'providers', 'teachers', 'transfers', 'experts', 'ethics'],
    load: () => import('../parts/teachers/routes.tsx').then((m) => m.teachersRoutes),
  },
  {
    begins: ['calls', 'applications', 'publicity', 'settings', 'objections'],
    load: () => import('../parts/calls/routes.tsx').then((m) => m.callsRoutes),
  },
  {
    begins: ['my-interests', 'recusals', 'panels', 'settings'],
    load: () => import('../parts/quality/conflicts/conflict-routes.tsx').then((m) => m.conflictRoutes),
  },
  {
    begins: ['rubrics'],
    load: () => import('../parts/quality/rubrics/rubric-routes.tsx').then((m) => m.rubricRoutes),
  },
  {
    begins: ['inspections', 'settings'],
    load: () => import('../parts/quality/inspections/inspection-routes.tsx').then((m) => m.inspectionRoutes),
  },
  {
    begins: ['evaluations', 'appeals', 'settings'],
    load: () => import('../parts/quality/evaluations/evaluation-routes.tsx').then((m) => m.evaluationRoutes),
  },
  {
    begins: ['panels'],
    load: () => import('../parts/quality/blindness/document-routes.tsx').then((m) => m.documentRoutes),
  },
  {
    begins: ['panels'],
    load: () => import('../parts/quality/panels/panel-routes.tsx').then((m) => m.panelRoutes),
  },
  {
    begins: ['trial'],
    load: () => import('../parts/quality/routes.tsx').then((m) => m.qualityRoutes),
  },
  {
    begins: ['scoresheets', 'scoring', 'review-comments'],
    load: () => import('../parts/quality/scoring/scoring-routes.tsx').then((m) => m.scoringRoutes),
  },
  {
    begins: [
      'credit-trial',
      'certificates',
      'transcript',
      'transcripts',
      'policies',
      'simulations',
      'standings',
      'credit-overview',
    ],
    load: () => import('../parts/credits/routes.tsx').then((m) => m.creditsRoutes),
  },
  {
    begins: ['ledger'],
    load: () => import('../parts/credits/ledger-routes.tsx').then((m) => m.ledgerRoutes),
  },
  {
    begins: ['offers', 'guests'],
    load: () => import('../parts/exchange/routes.tsx').then((m) => m.exchangeRoutes),
  },
  {
    begins: ['cohorts', 'enrolments', 'training-repeats'],
    load: () => import('../parts/delivery/nomination-routes.tsx').then((m) => m.nominationRoutes),
  },
  {
    begins: ['check-in', 'sessions', 'cohorts', 'hours-claims'],
    load: () => import('../parts/delivery/hours-routes.tsx').then((m) => m.hoursRoutes),
  },
  {
    begins: ['catalogue', 'nominations', 'library', 'exchange'],
    load: () => import('../parts/flagship/routes.tsx').then((m) => m.flagshipRoutes),
  },
  {
    begins: ['settings'],
    load: () => import('../parts/money/routes.tsx').then((m) => m.moneyRoutes),
  },
  {
    begins: ['plans'],
    load: () => import('../parts/plans/routes.tsx').then((m) => m.plansRoutes),
  },
  {
    begins: ['province'],
    load: () => import('../parts/province/routes.tsx').then((m) => m.provinceRoutes),
  },
  {
    begins: ['settings'],
    load: () => import('../parts/robots/routes.tsx').then((m) => m.robotsRoutes),
  },
  {
    begins: ['surveys', 'guest-surveys', 'follow-ups', 'cohorts', 'settings'],
    load: () => import('../parts/surveys/routes.tsx').then((m) => m.surveysRoutes),
  },
  {
    begins: ['settings'],
    load: () => import('../parts/settings/routes.tsx').then((m) => m.settingsRoutes),
  },
  {
    begins: ['journal'],
    load: () => import('../parts/audit/routes.tsx').then((m) => m.auditRoutes),
  },
]

/** The first word of an address. */
export function beginOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** The pages whose addresses begin with the word. A fixed segment stands before a parameter: the first match is shown. */
export async function routesOf(begin: string): Promise<readonly PartRoute[]> {
  const files = ROUTE_FILES.filter(({ begins }) => begins.includes(begin))
  return (await Promise.all(files.map(({ load }) => load()))).flat()
}
