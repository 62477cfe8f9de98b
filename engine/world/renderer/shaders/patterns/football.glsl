// Truncated icosahedron: the nearest of twelve pentagon centres, seams between twenty hexagons.
void pattern(inout Look look, Place at) {
    vec3 d = normalize(at.box), a = abs(d);
    const vec2 corner = vec2(0.5257311, 0.8506508);
    float near_pentagon = max(max(dot(a, vec3(0.0, corner.y, corner.x)), dot(a, vec3(corner.x, 0.0, corner.y))), dot(a, vec3(corner.y, corner.x, 0.0)));
    const float third = 0.5773503;
    const vec2 face = vec2(0.3568221, 0.9341724);
    vec4 hexagons = vec4(dot(a, vec3(third)), dot(a, vec3(0.0, face.x, face.y)), dot(a, vec3(face.y, 0.0, face.x)), dot(a, vec3(face.x, face.y, 0.0)));
    float first = max(max(hexagons.x, hexagons.y), max(hexagons.z, hexagons.w));
    vec4 others = mix(hexagons, vec4(0.0), step(first - 1e-5, hexagons));
    vec3 mirrored = vec3(dot(a, vec3(0.0, -face.x, face.y)), dot(a, vec3(face.y, 0.0, -face.x)), dot(a, vec3(-face.x, face.y, 0.0)));
    vec3 across = vec3(dot(a, vec3(-third, third, third)), dot(a, vec3(third, -third, third)), dot(a, vec3(third, third, -third)));
    mirrored = max(mirrored, across);
    float second = max(max(max(others.x, others.y), max(others.z, others.w)), max(mirrored.x, max(mirrored.y, mirrored.z)));
    float pixel = at.grain / max(at.half_size.x, 1e-3);
    float black = smoothstep(-pixel, pixel, near_pentagon - first * 1.0264);
    float seam = (1.0 - smoothstep(0.008, 0.016 + pixel, first - second)) * (1.0 - black);
    look.color = mix(at.color, at.color2, black);
    look.color *= 1.0 - 0.55 * seam * clamp(0.04 / max(pixel, 0.04), 0.0, 1.0);
}
