import type { PartRoute } from '../../lazy-page.tsx'

export const auditRoutes: readonly PartRoute[] = []
