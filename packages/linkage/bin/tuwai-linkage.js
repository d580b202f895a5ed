#!/usr/bin/env node
// Placeholder replaced by the launcher shim.
