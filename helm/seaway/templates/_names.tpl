{{/* The name that all objects begin with: at most 52 letters, which a CronJob may have. */}}
{{- define "seaway.name" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- $chart := default .Chart.Name .Values.nameOverride -}}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $chart) (contains $chart .Release.Name) | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end }}

{{- define "seaway.liveEventsName" -}}
{{ include "seaway.name" . | trunc 49 | trimSuffix "-" }}-events
{{- end }}

{{- define "seaway.selector" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/instance: {{ .Release.Name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "seaway.labels" -}}
{{ include "seaway.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- with .Values.extraLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "seaway.image" -}}
{{- $tag := .Values.integration.version | default .Chart.AppVersion -}}
{{- with .Values.imageVariant }}{{ $tag = printf "%s-%s" $tag . }}{{ end -}}
{{- $kafka := or (eq (upper .Values.integration.eventListener.type) "KAFKA") (eq .Values.liveEvents.queue.type "KAFKA") -}}
{{- if and $kafka (not (hasSuffix "-kafka" $tag)) }}{{ $tag = printf "%s-kafka" $tag }}{{ end -}}
{{ .Values.imageRegistry }}/{{ .Values.image | default (printf "seaway:%s" $tag) }}
{{- end }}

{{- define "seaway.ownSecret" -}}
{{- if kindIs "slice" .Values.secret.name -}}
{{ include "seaway.name" . }}
{{- else -}}
{{ .Values.secret.name | default (include "seaway.name" .) }}
{{- end -}}
{{- end }}

{{/* Whether the chart makes the Secret. */}}
{{- define "seaway.makesSecret" -}}
{{- if and .Values.secret.create (not .Values.secret.useExistingSecret) (not (kindIs "slice" .Values.secret.name)) -}}true{{- end -}}
{{- end }}

{{- define "seaway.serviceAccount" -}}
{{- $made := ternary (include "seaway.name" .) "default" .Values.podServiceAccount.create -}}
{{ tpl (.Values.podServiceAccount.name | default $made) . }}
{{- end }}

{{- define "seaway.certificateSecret" -}}
{{- if .Values.selfSignedCertificate.secret.useExistingSecret -}}
{{ .Values.selfSignedCertificate.secret.name }}
{{- else -}}
{{ .Values.selfSignedCertificate.secret.name | default (printf "%s-cert" (include "seaway.name" .)) }}
{{- end -}}
{{- end }}
