// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT

// A target must have a source; this one only holds the precompiled headers that others share.
