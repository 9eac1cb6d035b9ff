{{/* The spec of one run. Takes the root. */}}
{{- define "seaway.jobSpec" -}}
{{- $cron := .Values.workload.cron -}}
{{- $pod := dict "root" . "config" (include "seaway.name" .) "environment" (include "seaway.environment" .) "resources" .Values.resources "data" .Values.dataVolume "probes" false "restart" "Never" "labels" (dict "app.kubernetes.io/component" "resync") "annotations" $cron.annotations "extraContainers" $cron.extraContainers -}}
backoffLimit: 0
{{- if $cron.resyncTimeoutMinutes }}
activeDeadlineSeconds: {{ mul 60 (int $cron.resyncTimeoutMinutes) }}
{{- end }}
template:
  {{- include "seaway.pod" $pod | nindent 2 }}
{{- end }}
