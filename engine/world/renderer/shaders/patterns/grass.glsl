// Meadow: broad drifts of colour, tufts, and blades that lean another way in every tuft.
float blades_of(vec2 uv, float size, float salt) {
    vec2 cell = floor(uv / size);
    float turn = hash1(cell + salt) * 3.14159265;
    vec2 f = uv - (cell + 0.5) * size, along = vec2(cos(turn), sin(turn));
    vec2 lean = vec2(dot(f, along), dot(f, vec2(-along.y, along.x)));
    lean.y += lean.x * lean.x * 4.0;
    float blade = value_noise(vec2(lean.x * 16.0, lean.y * 120.0) + salt + cell * 3.0);
    vec2 rim = abs(f) / size * 2.0;
    return blade * clamp(1.15 - dot(rim, rim), 0.0, 1.0);
}
void pattern(inout Look look, Place at) {
    vec2 uv = at.uv;
    float drift = fbm(uv * 0.11 + at.seed * 9.0), tuft = value_noise(uv * 1.9 + drift * 3.0);
    float clump = value_noise(uv * 6.3 + tuft * 2.0);
    float near = seen(0.022, at), middle = seen(0.3, at);
    vec2 bent = uv + 0.06 * vec2(clump, tuft);
    const mat2 third = mat2(0.42, 0.91, -0.91, 0.42), two_thirds = mat2(-0.68, 0.73, -0.73, -0.68);
    float blades = max(max(blades_of(bent, 0.13, 3.0), blades_of(third * bent, 0.11, 17.0)),
                       max(blades_of(two_thirds * bent, 0.15, 29.0), 0.4 * value_noise(uv * 70.0)));
    vec3 green = mix(at.color, at.color2, smoothstep(0.25, 0.75, drift));
    vec3 dry = vec3(dot(green, vec3(0.5, 0.5, 0.2))) * vec3(1.25, 1.08, 0.45);
    green = mix(green, dry, 0.40 * smoothstep(0.52, 0.8, value_noise(uv * 0.37 + 40.0)));
    green *= mix(1.0, 0.72 + 0.56 * tuft, 0.5 * seen(1.2, at) + 0.2);
    green *= mix(1.0, 0.72 + 0.56 * clump, middle);
    green *= mix(1.0, 0.66 + 0.68 * value_noise(uv * vec2(21.0, 17.0) + clump), seen(0.07, at) * (1.0 - 0.6 * near));
    green *= mix(1.0, 0.30 + 1.30 * blades, near);
    green = mix(green, green * vec3(1.30, 1.18, 0.55), near * smoothstep(0.6, 0.95, blades) * 0.7);
    look.color = green;
    look.roughness = 0.92;
    look.height = near * 0.014 * blades + middle * 0.02 * clump;
}
